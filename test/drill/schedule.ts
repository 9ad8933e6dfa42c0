import type { SeededRandom } from './random.js';

export type Fault = Readonly<
  { readonly lastsMs: number; readonly afterMs: number } & (
    | { kind: 'kill' | 'hold'; target: string }
    | { kind: 'cut' | 'delay' | 'swallow' | 'halfway'; target: string }
    | { kind: 'wipe-queue' | 'fill-files' }
  )
>;

export interface Targets {
  readonly parts: readonly string[];
  readonly lines: readonly string[];
  readonly canFillFiles: boolean;
}

/**
 * The faults of a drill, one after the other: the same for the same seed. Every kind on every target comes once before
 * any comes twice.
 */
export function scheduleOf(random: SeededRandom, count: number, targets: Targets): Fault[] {
  const every = faultsOn(targets);
  const round = (): readonly Named[] => random.some(every, every.length);
  const faults: Named[] = [];
  while (faults.length < count) {
    faults.push(...round());
  }
  return faults.slice(0, count).map((fault) => ({
    ...fault,
    afterMs: random.between(700, 2_500),
    lastsMs: fault.kind === 'wipe-queue' ? 0 : random.between(500, 4_000),
  }));
}

type Unnamed<Kind> = Kind extends unknown ? Omit<Kind, 'lastsMs' | 'afterMs'> : never;
type Named = Unnamed<Fault>;

function faultsOn({ parts, lines, canFillFiles }: Targets): Named[] {
  return [
    ...parts.flatMap((target) => (['kill', 'hold'] as const).map((kind) => ({ kind, target }))),
    ...lines.flatMap((target) => (['cut', 'delay', 'swallow', 'halfway'] as const).map((kind) => ({ kind, target }))),
    { kind: 'wipe-queue' as const },
    ...(canFillFiles ? [{ kind: 'fill-files' as const }] : []),
  ];
}

export function describeFault(fault: Fault): string {
  return 'target' in fault ? `${fault.kind} ${fault.target}` : fault.kind;
}
