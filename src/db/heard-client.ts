import pg from 'pg'

/**
 * Sequelize hears of a connection's end only from the moment on in which it has it in hand: a server that stops just as one is made
 * would end the process. A connection that ended unheard refuses its first query, and its caller is told.
 */
class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

/** The driver as Sequelize is given it. */
export const heardDriver = { ...pg, Client: HeardClient }
