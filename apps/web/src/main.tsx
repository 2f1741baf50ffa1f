import './shared/ui/mantine.css'
import './shared/ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has lost its #root.')
createRoot(container).render(<App />)
