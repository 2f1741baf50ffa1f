/** How far each employer of the demo office has come with this year's annual inspection; the others have not begun. */
export const progress = [
  ['1101070010', 'UNIT_DONE'],
  ['1101120006', 'PERSONNEL_OPEN'],
  ['1101110011', 'ROSTER_DOWNLOADED'],
  ['1101180015', 'COMPARED'],
  ['1101170013', 'READY'],
  ['1101140005', 'SUBMITTED'],
  ['1101150008', 'SUBMITTED'],
  ['1101050016', 'SUBMITTED'],
  ['1101170021', 'SUBMITTED'],
  ['1101010022', 'SUBMITTED'],
  ['1101130007', 'UNDER_REVIEW'],
  ['1101050003', 'RETURNED'],
  ['1101180020', 'RESUBMITTED'],
  ['1101160012', 'APPROVED'],
  ['1101020009', 'PRINTED'],
  ['1101090014', 'PAPER_FILED'],
  ['1101060004', 'CLOSED'],
] as const
export type Target = (typeof progress)[number][1]
