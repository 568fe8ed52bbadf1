import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Rules of the house that a machine can keep; the import arrows are in test/layers.test.ts. */
export default tseslint.config(
  { ignores: ["build", "data", "node_modules", "test-results", "db/migrations"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": "off",
      "no-control-regex": "off",
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts", "solver/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
    },
  },
  { files: ["test/**"], rules: { "max-lines": ["error", { max: 400 }] } },
);
