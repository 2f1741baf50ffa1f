import { Kind, NoSchemaIntrospectionCustomRule, getOperationAST, parse, specifiedRules, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import { Refusal } from '../access/refusal.ts'
import { tenantOf } from '../access/tenant-of.ts'
import type { AllowedOperations } from './allowed-operations.ts'
import { isAllowed } from './allowed-operations.ts'
import { compileOperation } from './compiled-execution.ts'
import type { CompiledOperation } from './compiled-execution.ts'
import { noteShown } from './note-shown.ts'
import type { Context } from './context.ts'
import { createCostCheck, requireMeasure } from './operation-limits.ts'
import { asOffice, asTenant } from '../platform/tenancy.ts'
import { listRootFields } from './root-fields.ts'
import type { AskedField } from './root-fields.ts'
import { requireFittingDocument } from './unfit-text.ts'

/** Several times the client's largest operation. Without it, reading a huge document would take minutes. */
const mostTokens = 5_000
/** The client has a few dozen operations; ad-hoc ones may push each other out but never grow the memory. */
const remembered = { operations: 500, characters: 4_000_000 }

export interface Operation {
  mutates: boolean
  /** What it asks for at the root, without what is asked of the schema itself. */
  fields: readonly AskedField[]
  /** What it costs. Throws `OperationRefused` or `VariablesRefused`: then nothing of it may run. */
  check(variables: Record<string, unknown>): number
  /** With variables that were checked. */
  execute: CompiledOperation['run']
  /** Both. */
  run: CompiledOperation['run']
}

/** Why a text is no operation that may run. `code` is the client's; each error has its own message. */
export class OperationRefused extends Error {
  readonly errors: readonly GraphQLError[]
  constructor(errors: readonly GraphQLError[]) {
    super('the operation is refused')
    this.errors = errors
  }
}

export interface Operations {
  /** The operation of this text, made ready once. Throws `OperationRefused`. */
  prepare(text: string, operationName: string | undefined): Operation
}

/**
 * From text to something that runs, each step bounding the next: how long it is, how deep and broad, whether this server answers
 * it at all, whether it fits the schema, what it costs. Only what passed everything is remembered.
 */
export function createOperations(schema: GraphQLSchema, allowed: AllowedOperations | undefined): Operations {
  const known = new LRUCache<string, Operation>({
    max: remembered.operations,
    maxSize: remembered.characters,
    sizeCalculation: (_operation, key) => key.length,
  })
  const rules = allowed ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules

  function make(text: string, operationName: string | undefined): Operation {
    const document = read(text)
    refuseBy(() => requireMeasure(document))
    if (allowed && !isAllowed(allowed, document)) throw new OperationRefused([notAllowed()])
    const invalid = validate(schema, document, rules)
    if (invalid.length > 0)
      throw new OperationRefused(invalid.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')))
    refuseBy(() => requireFittingDocument(document))
    const operation = getOperationAST(document, operationName)
    if (!operation || operation.operation === 'subscription') throw new OperationRefused([noSuchOperation()])
    const own = onlyIts(document, operation)
    const costOf = refuseBy(() => createCostCheck(schema, own))
    const compiled = compileOperation(schema, own, operation)
    const bare = (operation.variableDefinitions ?? []).length === 0
    const check = (variables: Record<string, unknown>): number => {
      if (bare) return costOf({})
      compiled.requireFitting(variables)
      return refuseBy(() => costOf(variables))
    }
    const fields = listRootFields(schema, own)
    // Whoever signs in, out, or opens a link asks as a visitor, also while somebody else is signed in.
    const visits = operation.operation === 'mutation' && fields.every(({ held }) => held === 'public')
    const execute: Operation['execute'] = (variables, context) =>
      (visits ? asVisitor : asViewer)(context, async () => {
        const result = await compiled.run(bare ? {} : variables, context)
        await noteShown(context, fields)
        return result
      })
    return {
      mutates: operation.operation === 'mutation',
      fields,
      check,
      execute,
      run(variables, context) {
        check(variables)
        return execute(variables, context)
      },
    }
  }

  return {
    prepare(text, operationName) {
      const key = `${operationName ?? ''}\n${text}`
      const ready = known.get(key)
      if (ready) return ready
      const operation = make(text, operationName)
      known.set(key, operation)
      return operation
    },
  }
}

const asViewer = <T>({ viewer }: Context, work: () => Promise<T>) => asTenant(tenantOf(viewer), work)
const asVisitor = <T>(_context: Context, work: () => Promise<T>) => asOffice('VISIT', work)

function read(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: mostTokens })
  } catch (error) {
    if (error instanceof GraphQLError) throw new OperationRefused([withCode(error, 'GRAPHQL_PARSE_FAILED')])
    throw error
  }
}

/** The document without its other operations: what one of them costs is not asked of the rest. */
const onlyIts = (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  ),
})

function refuseBy<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (error instanceof Refusal) throw new OperationRefused([error])
    throw error
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  Object.assign(error.extensions, { code })
  return error
}

const notAllowed = () =>
  new Refusal('OPERATION_NOT_ALLOWED', 'This server answers only the operations of its own web client.')
const noSuchOperation = () =>
  new Refusal('BAD_USER_INPUT', 'Name one query or mutation of the document in operationName.', {
    field: 'operationName',
  })
