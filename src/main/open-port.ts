import type { Config } from '../config.js'
import { AppError } from '../errors.js'

/** A server that is about to listen on PORT; why it cannot is said so that an administrator can act on it. */
export const openPort = <T>(listening: Promise<T>, { port, host }: Pick<Config, 'port' | 'host'>): Promise<T> =>
  listening.catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause
    const why = cause.code === 'EACCES' ? 'may not be used by this account' : 'is in use already'
    throw new AppError('unavailable', `Port ${port} of ${host} ${why}. Set PORT to another one.`, { cause })
  })
