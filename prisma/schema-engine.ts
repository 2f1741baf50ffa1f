/// <reference path="./webassembly.d.ts" />
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import { SchemaEngine, __wbg_set_wasm } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's own migration engine as WebAssembly. Its command line would download a native engine first, which a
 * closed network refuses; the folder it applies is the same one that `prisma migrate deploy` applies.
 */
export async function openSchemaEngine(connectionString: string, schema: { path: string; content: string }) {
  await instantiateOnce()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString, max: 1 }))
  return SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter)
}

let instantiated: Promise<void> | undefined

function instantiateOnce(): Promise<void> {
  instantiated ??= (async () => {
    const panics = { message: '', set_message: (text: string) => { panics.message = text } }
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
    const file = fileURLToPath(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')))
    const module = new WebAssembly.Module(await readFile(file))
    const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...bindings } })
    __wbg_set_wasm(instance.exports)
    const start = instance.exports['__wbindgen_start']
    if (typeof start === 'function') start()
  })()
  return instantiated
}
