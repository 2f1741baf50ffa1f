import { statusTable } from '@shebao/case'

/** Papers that an employer asked for as one file: printed one after the other by the office's job, there for some days. */
export const printRunTable = statusTable({
  lifecycle: 'print-run',
  states: ['PRINTING', 'READY', 'FAILED', 'CANCELLED', 'REMOVED'],
  final: ['FAILED', 'CANCELLED', 'REMOVED'],
  goals: ['READY'],
  openings: [{ event: 'ASK', to: 'PRINTING', who: 'papers:print' }],
  steps: [
    {
      event: 'FINISH',
      from: ['PRINTING'],
      to: 'READY',
      who: 'papers:continue',
      tells: [{ of: 'PAPERS_READY', to: 'EMPLOYER' }],
    },
    // Too large for one file, or none of the papers could be printed.
    { event: 'FAIL', from: ['PRINTING'], to: 'FAILED', who: 'papers:continue' },
    { event: 'CANCEL', from: ['PRINTING'], to: 'CANCELLED', who: 'papers:print' },
    { event: 'REMOVE', from: ['READY'], to: 'REMOVED', who: 'papers:continue' },
  ],
})
