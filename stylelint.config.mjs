// How the style sheets are linted: stylelint's standard rules, and no exception without its reason.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // A component's class is its name, with __part and --kind: so a reader of the HTML knows where its style stands.
    "selector-class-pattern": "^[a-z][a-z0-9]*(__[a-z][a-z0-9]*)?(--[a-z][a-z0-9]*)?$|^[a-z]+(-[a-z]+)*$",
    // Safari 15.6 and Chrome 99, the oldest browsers with our styles, do not know `width >= 40rem`.
    "media-feature-range-notation": "prefix",
    // Safari has this one under no other name.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust"] }],
    // A small rule stands on one line, so that a component is seen whole; empty lines part what belongs apart.
    "declaration-block-single-line-max-declarations": null,
    "at-rule-empty-line-before": null,
    "rule-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "comment-empty-line-before": null,
    // It compares selectors of things that never meet, such as a door's scene and a finish's star.
    "no-descending-specificity": null,
  },
};
