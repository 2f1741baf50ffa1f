import { may, requireRow } from '../../../access/permissions.ts'
import type { Permission } from '../../../access/permissions.ts'
import type { Actor } from '../../../access/viewer.ts'
import type { DeclarationRow } from './declaration.repository.ts'

type Seen = Pick<DeclarationRow, 'submittedAt' | 'employerId'>

/** What is not handed in, not yet or no longer, is its employer's own writing [PD]. */
export const seenBy = ({ submittedAt }: Pick<DeclarationRow, 'submittedAt'>): Permission =>
  submittedAt === null ? 'draft:read' : 'declaration:read'

export const seesDeclaration = (viewer: Actor | undefined, declaration: Seen): boolean =>
  may(viewer, seenBy(declaration), declaration)

/** The declaration, for whoever sees it; for everyone else it does not exist. */
export const requireDeclaration = <Row extends Seen>(viewer: Actor | undefined, row: Row | null | undefined): Row =>
  requireRow(viewer, row ? seenBy(row) : 'declaration:read', row, 'declaration')
