import './shared/ui/mantine.css'
import './shared/ui/tokens.css'
import './shared/ui/thumb.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followAids } from './shared/lib/reading-aids.ts'
import { returnFocusToButtons } from './shared/lib/return-focus.ts'

declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// zod finds out whether it may write code by writing some, and the content policy reports that. Said where zod looks, without loading it.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true }

const container = document.getElementById('root')
if (!container) throw new Error('index.html has lost its #root.')
returnFocusToButtons()
followAids(() => createRoot(container).render(<App />))
