#!/usr/bin/env node
// The terminal face of the packages: `shebao <command> …`.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { runShebao } from './run-shebao.ts'

// Half of a short command was reading its own program. Beside the packages and not in the system's directory for passing files,
// where somebody else could lay a program down; where it cannot be written, Node goes on without.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/shebao'))

// Not process.exit: it would cut off output still on its way into a pipe.
process.exitCode = await runShebao(process.argv.slice(2))
