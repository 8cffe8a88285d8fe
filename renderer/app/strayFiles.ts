// A file let go where no page takes it must not open in the place of the program.

function refuse(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}

// Behind the page's own listeners, which stand on the document.
window.addEventListener("dragover", refuse);
window.addEventListener("drop", refuse);
