import { UNIT_SECTIONS } from '@shebao/declaration-rules'
import type { UnitSection } from '@shebao/declaration-rules'

/** Sections the clerk fills in one after the other; the truth declaration belongs to submitting. */
export const filledSections: readonly UnitSection[] = UNIT_SECTIONS.filter((section) => section !== 'truth')
