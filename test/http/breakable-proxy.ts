import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

export interface BreakableProxy {
  /** The URL of the same database, by way of the proxy. */
  url: string
  /** As when the server goes away: every connection breaks, and none is taken. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** Stands between a program and the PostgreSQL of a URL, over TCP or a socket in a folder (`?host=`). */
export async function breakableProxy(databaseUrl: string): Promise<BreakableProxy> {
  const target = new URL(databaseUrl)
  const folder = target.searchParams.get('host')
  const to = folder?.startsWith('/')
    ? { path: join(folder, `.s.PGSQL.${target.searchParams.get('port') ?? (target.port || 5432)}`) }
    : { host: target.hostname, port: Number(target.port || 5432) }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  url.host = `127.0.0.1:${port}`
  return { url: url.href, cut, mend: async () => void (await listen(port)), close: cut }
}
