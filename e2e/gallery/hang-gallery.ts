import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { galleryFolder, sizes } from "./screen";
import { screens } from "./screens";

const columns = Object.keys(sizes).flatMap((size) => ["light", "dark"].map((theme) => `${size}-${theme}`));

/** Writes a page with all pictures, one row a screen, and says where it is. */
export async function hangGallery(): Promise<void> {
  const pictures = new Set(await readdir(galleryFolder));
  const rows = screens.map(({ name }) => {
    const cells = columns.map((column) => {
      const file = pictureFile(name, column);
      return pictures.has(file)
        ? `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${column}"></a></td>`
        : "<td></td>";
    });
    return `<tr><th scope="row">${name}</th>${cells.join("")}</tr>`;
  });
  const page = join(galleryFolder, "index.html");
  await writeFile(
    page,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:14px/20px sans-serif;margin:16px;background:#888}th{text-align:left;vertical-align:top;position:sticky;left:0}
td{vertical-align:top}img{width:300px;max-height:420px;object-fit:cover;object-position:top;display:block}</style>
<table><thead><tr><th></th>${columns.map((one) => `<th>${one}</th>`).join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table></html>\n`,
  );
  console.log(`\n${[...pictures].filter((file) => file.endsWith(".png")).length} pictures: ${page}`);
}

/** The name of a picture's file. */
export function pictureFile(name: string, column: string): string {
  return `${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}-${column}.png`;
}
