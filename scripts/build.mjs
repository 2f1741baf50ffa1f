// `npm run build`: everything the server needs besides itself, for an installation that does not start with `npm start`.
import { setUpPackages, setUpWeb } from './setup.mjs'

setUpPackages()
setUpWeb()
