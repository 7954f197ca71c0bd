const { clearGround } = await import('./ground.ts')

export default clearGround
