/** What a route is about, as the trail names things: the first noun of its address and the first id in it. */
export function objectOfRoute(route: string, params: readonly string[]): { objectType: string; objectId: string } {
  const [noun = ''] = route.replace(/^\/api\/v\d+\//, '').split('/');
  return { objectType: singularOf(noun), objectId: (params[0] ?? route).slice(0, 200) };
}

function singularOf(noun: string): string {
  if (noun === 'people') {
    return 'person';
  }
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}
