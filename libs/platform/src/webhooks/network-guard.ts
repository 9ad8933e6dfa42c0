import { BlockList, isIP } from 'node:net';
import { lookup } from 'node:dns/promises';

/** Addresses that are nobody’s outside: this machine, its networks, and where clouds answer with their keys. */
const insideV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const;
const insideV6 = [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

/** The address must not be asked: whoever set it up could otherwise look into the house through us. */
export class AddressNotAllowed extends Error {
  override name = 'AddressNotAllowed';
}

interface Found {
  readonly address: string;
  readonly family: number;
  /** Whether the settings name its network. */
  readonly isNamed: boolean;
}

/** Says which addresses messages may go to: public ones, and those of networks that the settings name. */
export class NetworkGuard {
  private readonly inside = new BlockList();
  private readonly named = new BlockList();

  /** @param networks - As `10.12.0.0/16`. */
  constructor(networks: readonly string[]) {
    for (const [address, prefix] of insideV4) {
      this.inside.addSubnet(address, prefix, 'ipv4');
    }
    for (const [address, prefix] of insideV6) {
      this.inside.addSubnet(address, prefix, 'ipv6');
    }
    for (const network of networks) {
      const [address = '', prefix = ''] = network.split('/');
      this.named.addSubnet(address, Number(prefix), familyOf(address));
    }
  }

  /** The address of a host, looked up now. @throws AddressNotAllowed, and what a failing look-up throws. */
  async find(host: string): Promise<Found> {
    const bare = host.replace(/^\[|\]$/g, '');
    const found = isIP(bare) > 0 ? [{ address: bare, family: isIP(bare) }] : await lookup(bare, { all: true });
    for (const { address, family } of found) {
      const isNamed = this.named.check(address, familyOf(address));
      if (isNamed || !this.inside.check(address, familyOf(address))) {
        return { address, family, isNamed };
      }
    }
    throw new AddressNotAllowed(`${host} is inside this network; WEBHOOK_NETWORKS does not name it`);
  }
}

/** IPv4 addresses written as IPv6 ones are checked as what they are: Node’s lists do so for `::ffff:` forms. */
function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
