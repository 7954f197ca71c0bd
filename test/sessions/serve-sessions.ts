import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import type { Compute, Model } from '../../src/ports.js'
import { handleSessionJobs } from '../../src/sessions/handle-session-jobs.js'
import { type Served, serve } from '../http/serve.js'

/** The web with the embedded composer behind it; what the AI does in sessions is done in the same process. */
export async function serveSessions(
  compute: Compute = inlineCompute(),
  model: Model = embedded(compute),
): Promise<Served> {
  const service = await serve({ compute, model })
  handleSessionJobs(service.ctx)
  await service.ctx.jobs.start()
  return service
}
