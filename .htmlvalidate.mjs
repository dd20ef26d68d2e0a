// html-validate's recommended rules for the pages in public/, with the reason for each exception.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // All our HTML is in lower case, including the doctype. Browsers accept both.
    "doctype-style": ["error", { style: "lowercase" }],
    // The id of a slide is its number, so that the address of slide 4 ends in #4. HTML allows any id without spaces.
    "valid-id": ["error", { relaxed: true }],
  },
});
