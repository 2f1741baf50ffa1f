/** What other features use of `register/figure`: the lifecycle, and the demo’s proposal. What holds on a day says `platform/service-figures.ts`. */
export { figureChangeCase } from './figure-change-case.ts'
export { figureAudit } from './figure.audit.ts'
export { proposeFigure } from './propose-figure.ts'
