/** Percentage points that are missing, to one place and rounded up: “0 short” must mean reached. */
export function gapToTarget(share: number, target: number): number {
  if (share >= target) {
    return 0;
  }
  return Math.max(Math.ceil((target - share) * 1000 - 1e-6) / 10, 0.1);
}
