import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import type { ContextOf } from '../../../http/context-of.ts'
import { addForms } from '../declaration/index.ts'
import { printInspection } from './print-inspection.ts'

/** The printed form of each version that was handed in. */
export function addInspectionDocuments(app: FastifyInstance, platform: Platform, contextOf: ContextOf): void {
  addForms(app, contextOf, 'inspection', (viewer, asked) => printInspection(platform, viewer, asked))
}
