import * as card from '../features/register/card/routes.tsx'
import * as enforcement from '../features/money/enforcement/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for the operators of banks, hospitals and the other bodies. */
export const features: readonly Feature[] = [{ routes: card.routes }, { routes: enforcement.routes }]
