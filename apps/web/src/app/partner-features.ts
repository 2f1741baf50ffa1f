import * as card from '../features/register/card/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for the operators of banks and hospitals. */
export const features: readonly Feature[] = [{ routes: card.routes }]
