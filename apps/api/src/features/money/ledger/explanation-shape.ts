/** What the contract says of every derivation that it hands out as JSON. */
export const explanationShape =
  'An `Explanation` of the premium package: {label, params, rule, articles, inputs, rounding, source, result}, inputs being explanations again. The package words it in both languages.'
