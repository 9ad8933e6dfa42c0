import { codeOnly, lineAt } from './import-scan.js';
import type { Breach, SourceFile } from './source-file.js';

interface CodeRule {
  readonly rule: string;
  readonly pattern: RegExp;
  /** The paths that the rule is about. */
  readonly within: RegExp;
  /** The paths among them that may. */
  readonly allowed?: RegExp;
}

const CODE_RULES: readonly CodeRule[] = [
  {
    rule: 'modules stand in one order: no forwardRef',
    pattern: /\bforwardRef\s*\(/g,
    within: /^(?:libs|apps\/(?!web\/))/,
  },
  {
    rule: 'the environment is read in libs/platform/src/config alone',
    pattern: /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[\s*['"]|\benv\b[^;\n]*\}\s*=\s*process\b/g,
    within: /^(?:libs|apps|db)\//,
    // An embedded engine is a child process, which needs the PATH of ours: no setting of the product.
    allowed: /^libs\/(?:platform\/src\/(?:config|engines)|testing)\/|\.config\.ts$/,
  },
  {
    rule: 'follow-up work is an outbox row: only libs/platform puts jobs into a queue',
    pattern: /\b\w*[qQ]ueue(?:\([^()]*\))?\s*\??\.\s*add(?:Bulk)?\s*\(|\.\s*addBulk\s*\(/g,
    // The web has queues of its own, such as that of its uploads.
    within: /^(?:libs|apps\/(?!web\/))/,
    allowed: /^libs\/(?:platform|testing)\/|\.spec\.tsx?$/,
  },
  {
    rule: 'a state change is one guarded update: save() writes what was read before',
    pattern: /\b(?:\w*[rR]epositor(?:y|ies)\w*|\w*[eE]ntityManager|getRepository\([^()]*\))\s*\.\s*save\s*\(/g,
    within: /^(?:libs|apps)\//,
    allowed: /^libs\/testing\/|\.spec\.tsx?$/,
  },
  {
    rule: 'the schema comes from migrations alone: synchronize is never on',
    pattern: /\bsynchronize\s*:\s*true\b/g,
    within: /^(?:libs|apps|db|test|bench|scripts)\//,
  },
];

/** Every line of code that breaks one of the rules which need no types, only words. */
export function findForbiddenCode(files: readonly SourceFile[]): Breach[] {
  return files.flatMap((file) => {
    const code = codeOnly(file.text);
    return CODE_RULES.filter((rule) => rule.within.test(file.path) && rule.allowed?.test(file.path) !== true).flatMap(
      (rule) =>
        [...code.matchAll(rule.pattern)].map((match) => ({
          path: file.path,
          line: lineAt(code, match.index),
          rule: rule.rule,
          detail: match[0],
        })),
    );
  });
}
