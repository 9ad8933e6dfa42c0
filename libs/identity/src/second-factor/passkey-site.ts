import { isIP } from 'node:net';

/** The place that a passkey is made for and used at: browsers keep each to its own. */
export interface PasskeySite {
  readonly host: string;
  readonly origin: string;
}

/** Where the request came to: as it says, behind as many proxies as are trusted. */
export interface RequestedAt {
  readonly protocol: string;
  /** With its port. */
  readonly host: string;
}

/**
 * The site of the settings, or else of the request; null where browsers have no passkeys: at a number in place of a
 * name, and without https anywhere but on the own machine.
 */
export function passkeySiteOf(publicUrl: string | undefined, request: RequestedAt): PasskeySite | null {
  const address = publicUrl ?? `${request.protocol}://${request.host}`;
  if (!URL.canParse(address)) {
    return null;
  }
  const { hostname, origin, protocol } = new URL(address);
  const isNumber = isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  return isNumber || !(protocol === 'https:' || isOwnMachine) ? null : { host: hostname, origin };
}
