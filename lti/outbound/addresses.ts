import { BlockList, isIP } from 'node:net'

/** Networks that no platform on the internet lives in: RFC 1918, 6598, 3927, 4193, 4291, 5737, 2544, 1112, 1122, 6890. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  closed.addSubnet(network, prefix, 'ipv6')
}

/** The IPv4 address inside ::ffff:a.b.c.d, however it is written. */
function mappedIpv4(address: string): string | null {
  const groups = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address)
  if (!groups) return null
  const [, dotted, high = '', low = ''] = groups
  if (dotted) return dotted
  const bits = (Number.parseInt(high, 16) << 16) | Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
}

/** Whether an address is reachable from everywhere; private, link-local, loopback, documentation and multicast ones are not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 0) return false
  if (version === 4) return !closed.check(bare, 'ipv4')
  const mapped = mappedIpv4(bare)
  return mapped ? isPublicAddress(mapped) : !closed.check(bare, 'ipv6')
}
