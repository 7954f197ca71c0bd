/**
 * Names a command, so that it is carried out once. Not `crypto.randomUUID`, which browsers have for https alone: a school may
 * serve its own network without.
 */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
