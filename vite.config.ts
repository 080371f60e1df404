import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The pages. `#slice/file.ts` and `#web/…` resolve by the imports field of package.json, as they do on the server. */
export default defineConfig({
  root: "web",
  plugins: [react()],
  build: { outDir: "../dist/web", emptyOutDir: true, chunkSizeWarningLimit: 900, reportCompressedSize: false },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
});
