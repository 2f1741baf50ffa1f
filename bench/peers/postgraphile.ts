import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { jsonPgSmartTags } from 'postgraphile/utils'

// PostGraphile 5 over the product's own tables, as its documentation sets it up: the schema is read from the database.
// node postgraphile.ts <connection string>
const [connectionString = ''] = process.argv.slice(2)

/** The months have no foreign key of their own, so it is told what they belong to. */
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      premium_payment: {
        tags: { foreignKey: ['(individual_id) references individual (id)', '(employer_id) references employer (id)'] },
      },
    },
  },
})

const server = createServer()
const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  pgServices: [makePgService({ connectionString, schemas: ['public'] })],
  grafserv: { graphiql: false, watch: false },
}).createServ(grafserv)
await service.addTo(server)
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve)
})
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`)
process.once('disconnect', () => process.exit(0))
