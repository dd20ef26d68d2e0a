// stylelint's standard rules, with the reason for each exception.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // A class begins with the name of its component, so that a reader of the HTML can find its style: name__part--kind.
    "selector-class-pattern": "^[a-z][a-z0-9]*(__[a-z][a-z0-9]*)?(--[a-z][a-z0-9]*)?$|^[a-z]+(-[a-z]+)*$",
    // Safari 15.6 and Chrome 99, the oldest browsers that get our styles, do not support `width >= 40rem`.
    "media-feature-range-notation": "prefix",
    // Safari supports this property only with its prefix.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust"] }],
    // Short rules are on one line, so that a whole component fits on the screen. Empty lines separate groups of rules.
    "declaration-block-single-line-max-declarations": null,
    "at-rule-empty-line-before": null,
    "rule-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "comment-empty-line-before": null,
    // This rule compares selectors that never match the same element, such as a door's scene and a finish's star.
    "no-descending-specificity": null,
  },
};
