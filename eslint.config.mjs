// The portal's own scripts keep to what Chromium 86 knows: the language of ES2021 and its interfaces.
import compat from "eslint-plugin-compat";

export default [
  {
    ...compat.configs["flat/recommended"],
    files: ["static/**/*.js"],
    languageOptions: { ecmaVersion: 2021, sourceType: "module" },
  },
  {
    files: ["static/**/*.js"],
    rules: { eqeqeq: "error", "no-unused-vars": ["error", { caughtErrors: "none" }], "prefer-const": "error" },
  },
];
