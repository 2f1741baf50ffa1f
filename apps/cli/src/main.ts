#!/usr/bin/env node
// The terminal face of the packages: `shebao <command> …`.
import { runShebao } from './run-shebao.ts'

// Not process.exit: it would cut off output still on its way into a pipe.
process.exitCode = await runShebao(process.argv.slice(2))
