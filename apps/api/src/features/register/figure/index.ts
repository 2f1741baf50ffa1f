/** What other features use of `register/figure`: the lifecycle. What holds on a day says `platform/service-figures.ts`. */
export { figureChangeCase } from './figure-change-case.ts'
export { figureAudit } from './figure.audit.ts'
