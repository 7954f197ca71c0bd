import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isPublicAddress } from '../../lti/outbound/addresses.js'
import { createOutbound } from '../../lti/outbound/outbound.js'

const production = createOutbound({ development: false, privateHosts: [] })
const development = createOutbound({ development: true, privateHosts: [], maxBytes: 1000, timeoutMs: 300 })

let base: string
let requests: { url: string; authorization: string | undefined }[] = []
let answer: RequestListener
const server = createServer((request, response) => {
  requests.push({ url: request.url ?? '', authorization: request.headers.authorization })
  answer(request, response)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const redirectTo = (location: string, status = 302): void => {
  requests = []
  answer = (request, response) => {
    if (request.url === '/here') response.writeHead(200).end('{}')
    else response.writeHead(status, { Location: location }).end()
  }
}

describe('outside development', () => {
  test('plain http is refused', async () => {
    await expect(production({ method: 'GET', url: 'http://moodle.example/jwks' })).rejects.toThrow('only https')
  })

  test.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://[fe80::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://0x7f.1/',
    'https://2130706433/',
  ])('the private address %s is refused', async (url) => {
    await expect(production({ method: 'GET', url })).rejects.toThrow('private or link-local')
  })

  test('a name that stands for a private address is refused after it was looked up', async () => {
    await expect(production({ method: 'GET', url: 'https://localhost/' })).rejects.toThrow('private or link-local')
  })

  test('a host that an administrator names may be private', async () => {
    const allowed = createOutbound({ development: false, privateHosts: ['127.0.0.1'], timeoutMs: 1000 })
    const { port } = new URL(base)
    // It is called, and speaks no TLS.
    await expect(allowed({ method: 'GET', url: `https://127.0.0.1:${port}/` })).rejects.not.toThrow('private')
  })
})

test.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
test.each([
  '0.0.0.0',
  '100.64.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fd00::1',
  'fec0::1',
  '::127.0.0.1',
  'ff02::1',
  '64:ff9b::a00:1',
  '::ffff:a00:1',
  'fe80::1%eth0',
  'nonsense',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

describe('redirects', () => {
  test('within the host are followed', async () => {
    redirectTo('/here')
    expect((await development({ method: 'GET', url: `${base}/there` })).url).toBe(`${base}/here`)
  })

  test('to another host are refused', async () => {
    redirectTo(base.replace('127.0.0.1', 'localhost'))
    await expect(development({ method: 'GET', url: `${base}/there` })).rejects.toThrow('another host')
  })

  test('in a circle are refused', async () => {
    redirectTo('/there')
    await expect(development({ method: 'GET', url: `${base}/there` })).rejects.toThrow('circle')
    expect(requests).toHaveLength(4)
  })

  test('of something that changes are refused', async () => {
    redirectTo('/here', 307)
    await expect(development({ method: 'POST', url: `${base}/there`, body: '{}' })).rejects.toThrow('redirect')
    expect(requests).toHaveLength(1)
  })
})

describe('caps', () => {
  test('an answer that is too large is refused', async () => {
    answer = (_request, response) => response.writeHead(200).end('a'.repeat(2000))
    await expect(development({ method: 'GET', url: `${base}/large` })).rejects.toThrow('larger than 1000')
  })

  test('an answer that does not come is not waited for', async () => {
    answer = () => {}
    await expect(development({ method: 'GET', url: `${base}/slow` })).rejects.toThrow('did not answer within')
  })

  test('an answer that comes by drops is not waited for', async () => {
    answer = (_request, response) => void response.writeHead(200).write('a')
    await expect(development({ method: 'GET', url: `${base}/drops` })).rejects.toThrow('did not answer within')
  })
})

describe('the bearer', () => {
  test('goes to a host that the registration names', async () => {
    requests = []
    answer = (_request, response) => response.writeHead(200).end('{}')
    await development({ method: 'GET', url: `${base}/`, bearer: { token: 'secret', hosts: [new URL(base).host] } })
    expect(requests[0]?.authorization).toBe('Bearer secret')
  })

  test('never to another: nothing is sent at all', async () => {
    requests = []
    await expect(
      development({ method: 'GET', url: `${base}/`, bearer: { token: 'secret', hosts: ['moodle.example'] } }),
    ).rejects.toThrow('does not name this host')
    expect(requests).toEqual([])
  })
})

test('an address with a password in it is not called, and no message repeats it', async () => {
  const failed = development({ method: 'GET', url: base.replace('//', '//user:hush@') })
  await expect(failed).rejects.toThrow('password')
  await expect(failed).rejects.not.toThrow('hush')
})
