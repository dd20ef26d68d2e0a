// How the pages of public/ are validated: html-validate's recommended rules, and no exception without its reason.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // All our HTML is in lower case, this line too. Browsers read both.
    "doctype-style": ["error", { style: "lowercase" }],
  },
});
