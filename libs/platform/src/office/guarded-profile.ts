/** Nothing listens there. */
const nowhere = { host: '127.0.0.1', port: 9 };

const settings: readonly (readonly [path: string, name: string, value: string | number | boolean])[] = [
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', 3],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', true],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', true],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true],
  ['Office.Calc/Content/Update', 'Link', 2],
  ['Office.Writer/Content/Update', 'Link', 0],
  ['Inet/Settings', 'ooInetProxyType', 1],
  ['Inet/Settings', 'ooInetNoProxy', ''],
  ...['HTTP', 'HTTPS'].flatMap(
    (kind) =>
      [
        ['Inet/Settings', `ooInet${kind}ProxyName`, nowhere.host],
        ['Inet/Settings', `ooInet${kind}ProxyPort`, nowhere.port],
      ] as const,
  ),
];

/** A profile in which no macro runs, and nothing that a file only points to is fetched, from here or from outside. */
export const guardedProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
