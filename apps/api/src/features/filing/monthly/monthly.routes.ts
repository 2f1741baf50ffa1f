import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { addForms } from '../declaration/index.ts'
import { printMonthly } from './print-monthly.ts'

/** The printed form of each version that was handed in. */
export function addMonthlyDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  addForms(app, contextOf, 'monthly', (viewer, asked) => printMonthly(platform, viewer, asked))
}
