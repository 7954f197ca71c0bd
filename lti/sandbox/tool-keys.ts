import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose'
import type { Client } from './model.js'

const kept = new Map<string, JSONWebKeySet>()

async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  const answer = await fetch(url)
  const keys = (await answer.json()) as JSONWebKeySet
  kept.set(url, keys)
  return keys
}

/** Verifies what a tool signed, with the keys that it publishes; they are fetched anew when one is not known yet. */
export async function verifyTool({ jwksUrl }: Client, token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
  const rules = { algorithms: ['RS256'], requiredClaims: ['iat', 'exp'], ...options }
  const known = kept.get(jwksUrl) ?? (await fetchKeys(jwksUrl))
  try {
    return (await jwtVerify(token, createLocalJWKSet(known), rules)).payload
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
    return (await jwtVerify(token, createLocalJWKSet(await fetchKeys(jwksUrl)), rules)).payload
  }
}
