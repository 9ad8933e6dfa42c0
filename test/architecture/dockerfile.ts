export interface Instruction {
  readonly name: string;
  readonly value: string;
}

export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, with continued lines joined and comments left out. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const stages: { name: string; from: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [name = '', ...rest] = line.split(/\s+/);
    if (name === 'FROM') {
      stages.push({ from: rest[0] ?? '', name: rest[2] ?? '', instructions: [] });
      continue;
    }
    stages.at(-1)?.instructions.push({ name, value: rest.join(' ') });
  }
  return stages;
}

/** What a stage copies out of the repository, not out of another stage. */
export function copiedFromRepository(stage: Stage): string[] {
  return stage.instructions
    .filter((instruction) => instruction.name === 'COPY' && !instruction.value.startsWith('--from='))
    .flatMap((instruction) => instruction.value.split(' ').slice(0, -1));
}

/** The stages that a stage copies from. */
export function copiedFromStages(stage: Stage): string[] {
  return stage.instructions
    .filter((instruction) => instruction.name === 'COPY')
    .flatMap((instruction) => /^--from=(\S+)/.exec(instruction.value)?.[1] ?? []);
}
