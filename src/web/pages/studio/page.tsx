import { Shell } from '../../design/shell.js'
export const Page = () => (
  <Shell title="Lit Music Mashup">
    <div className="within">
      <h1>Studio</h1>
    </div>
  </Shell>
)
