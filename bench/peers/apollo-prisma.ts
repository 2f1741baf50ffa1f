import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { PrismaPg } from '@prisma/adapter-pg'
import { GraphQLScalarType } from 'graphql'
import { PrismaClient } from '@shebao/prisma/client'

// A server as the two documentations teach it: types and resolvers for Apollo Server, each asking Prisma for what it is about.
// node apollo-prisma.ts <connection string>
const [connectionString = ''] = process.argv.slice(2)
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })

const typeDefs = `#graphql
  scalar Fen
  type Query { individual(id: ID!): Individual }
  type Individual { id: ID! payments(first: Int!): [PremiumPayment!]! }
  type Employer { id: ID! name: String! }
  type PremiumPayment {
    period: String! status: String! postedOn: String employer: Employer! averageWage: Fen
    pensionBase: Fen pensionEmployer: Fen pensionPersonal: Fen
    medicalBase: Fen medicalEmployer: Fen medicalPersonal: Fen
    unemploymentBase: Fen unemploymentEmployer: Fen unemploymentPersonal: Fen
    workInjuryBase: Fen workInjuryEmployer: Fen maternityBase: Fen maternityEmployer: Fen
  }
`
const resolvers = {
  Fen: new GraphQLScalarType({ name: 'Fen', serialize: Number }),
  Query: {
    individual: (_root: unknown, { id }: { id: string }) => prisma.individual.findUnique({ where: { id } }),
  },
  Individual: {
    payments: ({ id }: { id: string }, { first }: { first: number }) =>
      prisma.premiumPayment.findMany({ where: { individualId: id }, orderBy: { period: 'desc' }, take: first }),
  },
  PremiumPayment: {
    employer: ({ employerId }: { employerId: string }) => prisma.employer.findUnique({ where: { id: employerId } }),
  },
}

const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), {
  listen: { port: 0, host: '127.0.0.1' },
})
process.send?.(url)
process.once('disconnect', () => process.exit(0))
