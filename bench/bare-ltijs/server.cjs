// A bare ltijs application doing its minimum: no more than its documentation's first page, on PostgreSQL.
const { Provider: lti } = require('ltijs')
const Database = require('ltijs-sequelize')

const { database, platform, port } = JSON.parse(process.env.BARE_LTIJS)

async function start() {
  const plugin = new Database(database.name, database.user, database.password, {
    host: database.host,
    port: database.port,
    dialect: 'postgres',
    logging: false,
    pool: { max: 10 },
  })
  lti.setup(
    'a key that signs nothing of importance',
    { plugin },
    { cookies: { secure: false, sameSite: '' }, devMode: false, tokenMaxAge: 60 },
  )
  lti.onConnect((_token, _request, response) => response.send('in'))
  await lti.deploy({ port, silent: true })
  await lti.registerPlatform({
    url: platform.issuer,
    name: 'Bench',
    clientId: platform.clientId,
    authenticationEndpoint: platform.authUrl,
    accesstokenEndpoint: platform.tokenUrl,
    authConfig: { method: 'JWK_SET', key: platform.jwksUrl },
  })
  process.send('ready')
}

start().catch((error) => {
  console.error(error)
  process.exit(1)
})
