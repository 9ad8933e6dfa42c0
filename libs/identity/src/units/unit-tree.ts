interface Placed {
  readonly id: string;
  readonly parentId: string | null;
}

/** Whether a unit may stand under a parent: one of the same agency’s, neither the unit itself nor one below it. */
export function mayStandUnder(units: readonly Placed[], unitId: string | null, parentId: string | null): boolean {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (let above = parentId; above !== null;) {
    const unit = byId.get(above);
    if (unit === undefined || unit.id === unitId) {
      return false;
    }
    above = unit.parentId;
  }
  return true;
}
