const collective = /^(ủy ban nhân dân|hội đồng nhân dân)(?=\s|$)/iu;
const territory =
  /^(?:ủy ban nhân dân|hội đồng nhân dân|ubnd|hđnd)\s+(?:(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn)\s+)(.+)$/iu;

/** Named after a person, by a number or an event, the kind of the unit belongs to the name (Decree 30/2020, Annex I). */
const keepsItsKind = /^(?:\d|hồ chí minh$)/iu;

/**
 * Địa danh: the name of the unit of territory in which the issuer sits, from its own name or the nearest one above it.
 *
 * @param names - The issuer’s name, then those of the agencies above it.
 */
export function placeOf(names: readonly string[]): string | null {
  for (const name of names) {
    const [, kind, own] = territory.exec(name) ?? [];
    if (kind !== undefined && own !== undefined) {
      return keepsItsKind.test(own) ? `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} ${own}` : own;
    }
  }
  return null;
}

/**
 * Tên cơ quan chủ quản trực tiếp, above that of the issuer: none for a People’s Committee or Council itself
 * (Decree 30/2020, Annex I).
 */
export function superiorOf([own = '', above]: readonly string[]): string | null {
  if (above === undefined || collective.test(own)) {
    return null;
  }
  return above
    .replace(/^ủy ban nhân dân/iu, 'UBND')
    .replace(/^hội đồng nhân dân/iu, 'HĐND')
    .toLocaleUpperCase('vi');
}
