// How the pages of public/ are validated: html-validate's recommended rules, and no exception without its reason.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // All our HTML is in lower case, this line too. Browsers read both.
    "doctype-style": ["error", { style: "lowercase" }],
    // A slide's id is its number, so that the address of the fourth ends in #4. HTML allows any id without a blank.
    "valid-id": ["error", { relaxed: true }],
  },
});
