import { AppError } from './errors.js'

interface Place {
  port: number
  host: string
  /** Where the port was set. */
  setting?: 'PORT' | 'METRICS_PORT'
}

/** A server that is about to listen; why it cannot is said so that an administrator can act on it. */
export const openPort = <T>(listening: Promise<T>, { port, host, setting = 'PORT' }: Place): Promise<T> =>
  listening.catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause
    const why = cause.code === 'EACCES' ? 'may not be used by this account' : 'is in use already'
    throw new AppError('unavailable', `Port ${port} of ${host} ${why}. Set ${setting} to another one.`, { cause })
  })
