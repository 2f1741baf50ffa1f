import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { SchemaEngine, __wbg_set_wasm } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's own migration engine as WebAssembly. Its command line would download a native engine first, which a
 * closed network refuses; the folder it applies is the same one that `prisma migrate deploy` applies.
 */
export async function openSchemaEngine(connectionString: string, schema: { path: string; content: string }) {
  await instantiateOnce()
  // One connection from beginning to end: what is locked on it is held by whatever it is still doing.
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0 })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter)
  return {
    engine,
    query: async (text: string) => void (await pool.query(text)),
    close: async () => {
      engine.free()
      await pool.end()
    },
  }
}

const noteDone = `DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`

/**
 * The adapter cuts a script at every semicolon, also inside a function body or a comment. Handed over whole, the
 * server parses it itself and takes it as one transaction, so a migration never stays half applied. That it is done is written down in
 * that very transaction: a server goes on with what it was told, also when who told it was killed.
 */
class WholeScripts extends PrismaPg {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    super(pool, { disposeExternalPool: false })
    this.#pool = pool
  }

  override async connect() {
    const connection = await super.connect()
    connection.executeScript = async (script) => void (await this.#pool.query(`${script}\n;${noteDone}`))
    return connection
  }
}

/**
 * Once a process, not once a module: the bindings keep a single WebAssembly instance, and a second one set beside it
 * (a test runner loads this module twice) would have them read the wrong memory.
 */
const instance = Symbol.for('shebao.schema-engine')
const shared = globalThis as { [instance]?: Promise<void> }

function instantiateOnce(): Promise<void> {
  shared[instance] ??= (async () => {
    const panics = {
      message: '',
      set_message: (text: string) => {
        panics.message = text
      },
    }
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
    const bindingsFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const file = join(dirname(bindingsFile), 'schema_engine_bg.wasm')
    const module = new WebAssembly.Module(await readFile(file))
    const running = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...bindings } })
    __wbg_set_wasm(running.exports)
    const start = running.exports['__wbindgen_start']
    if (typeof start === 'function') start()
  })()
  return shared[instance]
}
