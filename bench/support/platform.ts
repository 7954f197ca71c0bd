import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, SignJWT } from 'jose'

/** As much of a platform as a launch needs: an issuer, its keys, and id_tokens. */
export interface BenchPlatform {
  issuer: string
  clientId: string
  authUrl: string
  tokenUrl: string
  jwksUrl: string
  /** Somebody's id_token; everybody of a class of thirty comes again and again. */
  idToken(n: number, nonce: string, target: string): Promise<string>
  close(): Promise<void>
}

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const kid = 'bench'

export async function benchPlatform(): Promise<BenchPlatform> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] })
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(keySet),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientId = 'bench'
  return {
    issuer,
    clientId,
    authUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    jwksUrl: `${issuer}/jwks`,
    async idToken(n, nonce, target) {
      return await new SignJWT({
        nonce,
        name: `Student ${n % 30}`,
        [claim('deployment_id')]: '1',
        [claim('message_type')]: 'LtiResourceLinkRequest',
        [claim('version')]: '1.3.0',
        [claim('target_link_uri')]: target,
        [claim('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
        [claim('context')]: { id: `course ${n % 3}`, title: 'Science' },
        [claim('resource_link')]: { id: `activity ${n % 3}`, title: 'Song' },
      })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(clientId)
        .setSubject(`${n % 30}`)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
