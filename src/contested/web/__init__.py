"""What people look at: pages as records, templates, drawings. Server and static site share them."""
