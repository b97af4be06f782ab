"""The silence map: what each report states, says that it does not know, or is silent on; by the items of a codebook."""
